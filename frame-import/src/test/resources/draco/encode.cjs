// Compresses every primitive of a GLB by Google's Draco encoder: node encode.cjs draco_encoder.js in.glb out.glb [sequential]
// The encoder is examples/jsm/libs/draco/gltf/draco_encoder.js of three.js; positions get 14 bits, normals 10, the others 12.
const fs = require('fs');
const [, , encoderFile, inFile, outFile, method] = process.argv;
const createEncoder = require(require('path').resolve(encoderFile));
const file = fs.readFileSync(inFile);
const jsonLength = file.readUInt32LE(12);
const gltf = JSON.parse(file.toString('utf8', 20, 20 + jsonLength));
const binary = file.subarray(28 + jsonLength);
const sizes = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
const widths = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };
const readers = { 5120: 'readInt8', 5121: 'readUInt8', 5122: 'readInt16LE', 5123: 'readUInt16LE', 5125: 'readUInt32LE', 5126: 'readFloatLE' };
const largest = { 5120: 127, 5121: 255, 5122: 32767, 5123: 65535 };

function values(index) {
  const accessor = gltf.accessors[index];
  const view = gltf.bufferViews[accessor.bufferView];
  const width = widths[accessor.type];
  const stride = view.byteStride || width * sizes[accessor.componentType];
  const out = [];
  for (let i = 0; i < accessor.count; i++) {
    for (let c = 0; c < width; c++) {
      const at = (view.byteOffset || 0) + (accessor.byteOffset || 0) + i * stride + c * sizes[accessor.componentType];
      out.push(binary[readers[accessor.componentType]](at));
    }
  }
  return { numbers: out, width, count: accessor.count, type: accessor.componentType, normalized: !!accessor.normalized };
}

createEncoder().then((draco) => {
  const chunks = [];
  let length = 0;
  const views = [];
  const put = (bytes) => {
    views.push({ buffer: 0, byteOffset: length, byteLength: bytes.length });
    const padded = Buffer.alloc((bytes.length + 3) & ~3);
    Buffer.from(bytes).copy(padded);
    chunks.push(padded);
    length += padded.length;
    return views.length - 1;
  };
  for (const image of gltf.images || []) {
    const view = gltf.bufferViews[image.bufferView];
    image.bufferView = put(binary.subarray(view.byteOffset, view.byteOffset + view.byteLength));
  }
  for (const mesh of gltf.meshes) {
    for (const primitive of mesh.primitives) {
      const encoder = new draco.Encoder();
      const builder = new draco.MeshBuilder();
      const target = new draco.Mesh();
      const indices = values(primitive.indices);
      builder.AddFacesToMesh(target, indices.count / 3, new Uint32Array(indices.numbers));
      const ids = {};
      for (const [name, index] of Object.entries(primitive.attributes)) {
        const data = values(index);
        const kind = { POSITION: draco.POSITION, NORMAL: draco.NORMAL, COLOR_0: draco.COLOR }[name]
          ?? (name.startsWith('TEXCOORD') ? draco.TEX_COORD : draco.GENERIC);
        const bytesAsTheyAre = data.type === 5121;
        const scale = data.normalized && !bytesAsTheyAre ? largest[data.type] : 1;
        ids[name] = bytesAsTheyAre
          ? builder.AddUInt8Attribute(target, kind, data.count, data.width, new Uint8Array(data.numbers))
          : builder.AddFloatAttribute(target, kind, data.count, data.width, new Float32Array(data.numbers.map((v) => v / scale)));
        const accessor = gltf.accessors[index];
        delete accessor.bufferView;
        delete accessor.byteOffset;
        if (!bytesAsTheyAre) {
          accessor.componentType = 5126;
          delete accessor.normalized;
        }
      }
      delete gltf.accessors[primitive.indices].bufferView;
      delete gltf.accessors[primitive.indices].byteOffset;
      encoder.SetEncodingMethod(method === 'sequential' ? draco.MESH_SEQUENTIAL_ENCODING : draco.MESH_EDGEBREAKER_ENCODING);
      encoder.SetAttributeQuantization(draco.POSITION, 14);
      encoder.SetAttributeQuantization(draco.NORMAL, 10);
      encoder.SetAttributeQuantization(draco.TEX_COORD, 12);
      const out = new draco.DracoInt8Array();
      const size = encoder.EncodeMeshToDracoBuffer(target, out);
      const bytes = new Uint8Array(size);
      for (let i = 0; i < size; i++) {
        bytes[i] = out.GetValue(i);
      }
      // The encoder welds equal vertices; the accessors have to say how many are left.
      const vertices = encoder.GetNumberOfEncodedPoints ? encoder.GetNumberOfEncodedPoints() : 0;
      const faces = encoder.GetNumberOfEncodedFaces ? encoder.GetNumberOfEncodedFaces() : indices.count / 3;
      gltf.accessors[primitive.indices].count = 3 * faces;
      Object.values(primitive.attributes).forEach((index) => { gltf.accessors[index].count = vertices || gltf.accessors[index].count; });
      primitive.extensions = { ...primitive.extensions, KHR_draco_mesh_compression: { bufferView: put(bytes), attributes: ids } };
    }
  }
  gltf.bufferViews = views;
  gltf.buffers = [{ byteLength: length }];
  gltf.extensionsUsed = [...new Set([...(gltf.extensionsUsed || []), 'KHR_draco_mesh_compression'])];
  gltf.extensionsRequired = ['KHR_draco_mesh_compression'];
  let json = JSON.stringify(gltf);
  json += ' '.repeat((4 - (Buffer.byteLength(json) % 4)) % 4);
  const head = Buffer.alloc(20);
  head.writeUInt32LE(0x46546c67, 0);
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(28 + Buffer.byteLength(json) + length, 8);
  head.writeUInt32LE(Buffer.byteLength(json), 12);
  head.writeUInt32LE(0x4e4f534a, 16);
  const binaryHead = Buffer.alloc(8);
  binaryHead.writeUInt32LE(length, 0);
  binaryHead.writeUInt32LE(0x004e4942, 4);
  fs.writeFileSync(outFile, Buffer.concat([head, Buffer.from(json), binaryHead, ...chunks]));
  console.log(outFile, file.length, '->', 28 + json.length + length);
});
