"""Temporary git repositories for tests: the machine's configuration does not hold."""

import os
import subprocess

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@review.example",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@review.example",
    "GIT_AUTHOR_DATE": "2031-05-02T12:00:00Z",
    "GIT_COMMITTER_DATE": "2031-05-02T12:00:00Z",
}


class Repository:
    """A git repository in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments):
        return subprocess.run(  # noqa: S603 - git, with words of our own
            ["git", *arguments],  # noqa: S607
            cwd=self.folder,
            env={**os.environ, **ENVIRONMENT},
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def write(self, files):
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def commit(self, files=None, tag=None):
        """Write some files, commit all there is, and perhaps name the commit."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "a state")
        if tag:
            self.git("tag", tag)
