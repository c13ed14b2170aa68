// Uploads a model with its progress; it can be stopped, and dropped onto the form.
const form = document.querySelector('[data-upload]');
const file = form.querySelector('#file');
const error = form.querySelector('#file-error');
const progress = form.querySelector('[data-progress]');
const bar = progress.querySelector('progress');
const text = progress.querySelector('[data-text]');
const stop = form.querySelector('[data-stop]');
const MEGABYTE = 1 << 20;
let request = null;

function megabytes(bytes) {
  return (bytes / MEGABYTE).toFixed(1);
}

function busy(isBusy) {
  form.toggleAttribute('aria-busy', isBusy);
  if (isBusy) form.setAttribute('aria-busy', 'true');
  progress.hidden = !isBusy;
  stop.hidden = !isBusy;
}

function refuse(message) {
  busy(false);
  error.textContent = message;
  file.setAttribute('aria-invalid', 'true');
  file.focus();
}

function address() {
  const url = new URL(form.dataset.api, location.href);
  url.searchParams.set('name', file.files[0].name);
  for (const name of ['totalWidthMm', 'lensWidthMm', 'dblMm']) {
    const value = form.querySelector(`#${name}`).value;
    if (value) url.searchParams.set(name, value);
  }
  return url;
}

async function headers() {
  request.setRequestHeader('X-CSRF-Token', form.dataset.csrf);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  if (globalThis.shopify?.idToken) request.setRequestHeader('Authorization', `Bearer ${await globalThis.shopify.idToken()}`);
}

function answered() {
  let answer = {};
  try {
    answer = JSON.parse(request.responseText);
  } catch {
    // A proxy's page, perhaps.
  }
  if (request.status === 202) {
    location.assign(form.dataset.next + answer.id);
  } else {
    refuse(answer.detail ?? 'The file could not be taken. Try again.');
  }
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  error.textContent = '';
  file.removeAttribute('aria-invalid');
  if (!file.files.length) return refuse('Choose a .glb file first.');
  busy(true);
  request = new XMLHttpRequest();
  request.open('POST', address());
  request.upload.addEventListener('progress', sent => {
    bar.max = sent.total;
    bar.value = sent.loaded;
    text.textContent = `${megabytes(sent.loaded)} of ${megabytes(sent.total)} MB`;
  });
  request.addEventListener('load', answered);
  request.addEventListener('error', () => refuse('The connection broke off. Nothing was kept; try again.'));
  request.addEventListener('abort', () => busy(false));
  await headers();
  request.send(file.files[0]);
});

stop.addEventListener('click', () => request.abort());
form.addEventListener('dragover', event => event.preventDefault());
form.addEventListener('drop', event => {
  event.preventDefault();
  if (event.dataTransfer.files.length) file.files = event.dataTransfer.files;
});
