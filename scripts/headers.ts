/**
 * The headers that every answer carries, files and errors included. SvelteKit replaces the content security policy on
 * pages that it renders; a prerendered page has the same policy in a meta tag, where `frame-ancestors` does not count.
 */
export const securityHeaders = (origin: string): Record<string, string> => ({
	'content-security-policy': "frame-ancestors 'none'",
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	...(origin.startsWith('https:') && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' })
});
