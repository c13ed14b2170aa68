// Sends a form as JSON and goes on to its next page; what is refused stands in the form, with nothing lost.
import { ask } from './ask.js';

for (const form of document.querySelectorAll('form[data-json]')) {
  const error = form.querySelector('[data-error]');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    error.textContent = '';
    form.setAttribute('aria-busy', 'true');
    const body = Object.fromEntries(new FormData(form));
    for (const box of form.querySelectorAll('input[type="checkbox"]')) body[box.name] = box.checked;
    try {
      await ask(form.dataset.json, { csrf: form.dataset.csrf, method: 'POST', body });
      location.assign(form.dataset.next);
    } catch (e) {
      error.textContent = e.message;
      form.removeAttribute('aria-busy');
    }
  });
}
