// Says with GitHub's own package what stdin holds as JSON: [[level, message, properties], …].
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const core = await import(pathToFileURL(process.argv[2]).href);
for (const [level, message, properties] of JSON.parse(readFileSync(0, "utf8"))) {
  core[level](message, properties);
}
