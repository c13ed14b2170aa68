/**
 * @typedef {object} Variant one colour of a frame
 * @property {string} sku
 * @property {string} colour its name
 * @property {string} swatch CSS colour
 * @property {string} modelUrl GLB
 * @property {string} [pictureUrl] absent until the product has a picture
 *
 * @typedef {object} Frame
 * @property {string} slug
 * @property {string} name
 * @property {string} price with its currency, ready to show
 * @property {string} sizeLabel for example 52□18-145
 * @property {number} totalWidthMm
 * @property {Variant[]} variants
 *
 * @typedef {object} Catalogue
 * @property {Frame[]} frames
 * @property {{url: string}[]} samples sample faces
 */

const pending = new Map();

/**
 * Fetches the shop's frames once; a failed attempt is not remembered.
 *
 * @param {string} url
 * @returns {Promise<Catalogue>}
 */
export function fetchCatalogue(url) {
  if (!pending.has(url)) {
    pending.set(url, download(url).catch(e => {
      pending.delete(url);
      throw e;
    }));
  }
  return pending.get(url);
}

async function download(url) {
  let response;
  try {
    response = await fetch(url, { headers: { Accept: 'application/json' } });
  } catch (cause) {
    throw new CatalogueUnavailable(`${url}: ${cause.message}`, { cause });
  }
  if (!response.ok) throw new CatalogueUnavailable(`${url}: HTTP ${response.status}`);
  return wearable(await response.json());
}

/** A frame, or a colour of one, that has no model yet cannot be tried on. */
function wearable({ frames, samples }) {
  return {
    samples,
    frames: frames
      .map(frame => ({ ...frame, variants: frame.variants.filter(variant => variant.modelUrl) }))
      .filter(frame => frame.variants.length > 0),
  };
}

export class CatalogueUnavailable extends Error {
  code = 'CATALOGUE_UNAVAILABLE';
}
