// Shows what a button with these settings looks like, and whether its text can be read.
const form = document.querySelector('[data-settings]');
const button = form.querySelector('[data-preview]');
const contrastNote = form.querySelector('[data-contrast]');
const picker = form.querySelector('[data-colour]');
const modes = form.querySelector('[data-modes]');
const MODE_NAMES = { liveMode: 'Live', photoMode: 'Photo', viewerMode: '3D' };
const READABLE = 4.5; // WCAG 2.2, 1.4.3

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function show() {
  const colour = form.accentColour.value.trim().toLowerCase();
  button.textContent = form.buttonText.value.trim() || '…';
  modes.replaceChildren(...Object.entries(MODE_NAMES).filter(([name]) => form[name].checked).map(([, label]) => {
    const item = document.createElement('li');
    item.textContent = label;
    return item;
  }));
  document.getElementById('fallback-text').hidden = !form.serverFallback.checked;
  if (!/^#[0-9a-f]{6}$/.test(colour)) return;
  picker.value = colour;
  const text = contrast(colour, '#ffffff') >= contrast(colour, '#1b2230') ? '#ffffff' : '#1b2230';
  button.style.backgroundColor = colour;
  button.style.color = text;
  const ratio = contrast(colour, text);
  contrastNote.textContent = ratio >= READABLE ? '' : `The text is hard to read on this colour: contrast ${ratio.toFixed(1)}, better ${READABLE} or more.`;
}

picker.hidden = false;
picker.addEventListener('input', () => { form.accentColour.value = picker.value; });
form.addEventListener('input', show);
show();
