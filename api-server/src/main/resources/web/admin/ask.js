// Asks the server for JSON, or sends it; what it refuses becomes an error in its own words.
export async function ask(address, { csrf, method = 'GET', body } = {}) {
  const headers = { Accept: 'application/json' };
  if (csrf) headers['X-CSRF-Token'] = csrf;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = await fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (answer.ok) return answer;
  const problem = answer.headers.get('Content-Type')?.startsWith('application/problem+json') ? await answer.json() : {};
  throw new Error(problem.detail ?? 'The server could not do that at the moment. Try again.');
}
