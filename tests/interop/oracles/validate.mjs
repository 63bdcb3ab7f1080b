// Prints for each instance whether Ajv, as it is without options but for its remarks on types, finds it valid; stdin holds as JSON
// {"schema": …, "instances": […]}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.argv[2], "package.json"));
const Ajv = require("ajv/dist/2020").default;
const { schema, instances } = JSON.parse(readFileSync(0, "utf8"));
const validate = new Ajv({ strictTypes: false }).compile(schema);
console.log(JSON.stringify(instances.map((instance) => validate(instance))));
