import { element } from './dom.js';

/**
 * What surrounds a photo that is of another shape than its place: the photo itself, large and soft. Tells the holder the photo's
 * proportions as `--ratio`, width over height.
 *
 * @param {HTMLElement} holder
 */
export function photoSurround(holder) {
  const picture = element('img', { class: 'surround', alt: '', hidden: true });
  picture.addEventListener('load', () => {
    holder.style.setProperty('--ratio', String(picture.naturalWidth / picture.naturalHeight));
    picture.hidden = false;
  });
  holder.prepend(picture);
  let shown = null;

  return {
    /** @param {Blob|null} photo null for none; what is no picture is for the engine to tell of */
    show(photo) {
      if (photo === shown) return;
      shown = photo;
      picture.hidden = true;
      if (picture.src) URL.revokeObjectURL(picture.src);
      if (photo) picture.src = URL.createObjectURL(photo);
      else picture.removeAttribute('src');
    },
  };
}
