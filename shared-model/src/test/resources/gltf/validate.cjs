// Prints the Khronos validator's errors and warnings for the files given, one JSON object a line.
const fs = require('fs');
const validator = require('gltf-validator');

(async () => {
  for (const file of process.argv.slice(2)) {
    const report = await validator.validateBytes(new Uint8Array(fs.readFileSync(file)), { maxIssues: 50 });
    const messages = report.issues.messages.filter(message => message.severity < 2);
    console.log(JSON.stringify({ errors: report.issues.numErrors, warnings: report.issues.numWarnings, messages }));
  }
})();
