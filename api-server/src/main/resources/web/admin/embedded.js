// In a frame whose browser keeps no cookie of ours, pages are fetched with a session token of the platform and put in place of the one shown.
const shop = new URL(location.href).searchParams.get('shop');
let shown = 0;

const plainFetch = globalThis.fetch.bind(globalThis);

function ours(address) {
  return new URL(address, location.href).origin === location.origin;
}

// Scripts of the pages ask without knowing of this.
globalThis.fetch = async (resource, options = {}) => {
  const headers = new Headers(options.headers);
  if (ours(resource.url ?? resource)) headers.set('Authorization', `Bearer ${await globalThis.shopify.idToken()}`);
  return plainFetch(resource, { ...options, headers });
};

function run(script) {
  const copy = document.createElement('script');
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  // A module runs once for each address.
  copy.src = `${script.src}?shown=${shown}`;
  document.body.append(copy);
}

function show(html, address) {
  shown += 1;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const scripts = [...page.querySelectorAll('script[type="module"]')].filter(script => !script.src.endsWith('/embedded.js'));
  for (const script of page.querySelectorAll('script')) script.remove();
  for (const sheet of page.querySelectorAll('link[rel="stylesheet"]')) {
    if (!document.querySelector(`link[href="${CSS.escape(sheet.getAttribute('href'))}"]`)) document.head.append(document.adoptNode(sheet));
  }
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  const url = new URL(address);
  if (shop) url.searchParams.set('shop', shop);
  if (url.href !== location.href) history.pushState(null, '', url);
  scripts.forEach(run);
  scrollTo(0, 0);
  (document.querySelector('[data-focus]') ?? document.querySelector('main'))?.focus();
}

async function open(address, options = {}) {
  document.body.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, options);
    show(await answer.text(), answer.url);
  } catch {
    document.body.removeAttribute('aria-busy');
    document.querySelector('main')?.insertAdjacentHTML('afterbegin',
      '<p class="notice notice--bad" role="alert">The page could not be loaded. Check your connection and try again.</p>');
  }
}

addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  if (event.defaultPrevented || !link || link.target || event.ctrlKey || event.metaKey || !ours(link.href) || link.getAttribute('href').startsWith('#')) return;
  event.preventDefault();
  open(link.href);
});

addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || !ours(form.action)) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const action = event.submitter?.getAttribute('formaction') ? event.submitter.formAction : form.action;
  if (form.method === 'post') {
    open(action, { method: 'POST', body: fields });
  } else {
    const address = new URL(action);
    address.search = fields;
    open(address);
  }
});

addEventListener('popstate', () => open(location.href));
addEventListener('eyewearml:reload', event => {
  event.preventDefault();
  open(location.href);
});

if (document.querySelector('[data-enter]')) open(location.href);
