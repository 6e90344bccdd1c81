'use strict';
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');

/** Below this a packed file saves no packet on its way. */
const worthIt = 1_000;
const packable = /\.(js|css|svg|html|json)$/;

/** Lays a packed twin beside every built file: they never change, so they are packed once and not at every request. */
function packPage(folder) {
  for (const name of fs.readdirSync(folder)) {
    if (!packable.test(name)) continue;
    const file = path.join(folder, name);
    const content = fs.readFileSync(file);
    if (content.length < worthIt) continue;
    const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } };
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(content, quality));
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(content, { level: 9 }));
  }
}

module.exports = { packPage };
