// Milliseconds from a click on the page's first "Try on" to the picture with glasses.
() => new Promise((resolve, reject) => {
  document.addEventListener('eyewearml:ready', () => requestAnimationFrame(() => resolve(performance.now() - clicked)), { once: true });
  document.addEventListener('eyewearml:error', event => reject(new Error(event.detail.code)), { once: true });
  const clicked = performance.now();
  document.querySelector('[data-eyewearml-try-on]').click();
})
