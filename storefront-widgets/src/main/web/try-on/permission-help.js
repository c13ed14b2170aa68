/**
 * The text that tells how to lift a camera block in this browser. Only wording depends on the answer, so the browser's own
 * account of itself is good enough.
 *
 * @param {{userAgent: string, maxTouchPoints: number}} browser
 * @returns {string} key of a text
 */
export function permissionHelp({ userAgent, maxTouchPoints }) {
  if (/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'permissionIos';
  if (/Android/.test(userAgent)) return 'permissionAndroid';
  if (/Firefox\//.test(userAgent)) return 'permissionFirefox';
  if (/Chrome\//.test(userAgent)) return 'permissionChrome';
  if (/Safari\//.test(userAgent)) return 'permissionSafari';
  return 'permissionOther';
}
