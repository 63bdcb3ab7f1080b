"""Where lines end, in claim files and captured texts alike: as YAML 1.2 has it."""

import re
from typing import Final

LINE_BREAK: Final = re.compile("\r\n|[\r\n]")
