import { expect, test } from 'vitest';
import { qrOf } from './qr.server.ts';

test('a code has a quiet margin of four modules all around', () => {
	const { size, path } = qrOf('https://comadre.example.org/in#AbCdEfGhIjKlMnOpQrSt-_');
	const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
	expect(Math.min(...places)).toBe(4);
	expect(Math.max(...places)).toBe(size - 5);
});
