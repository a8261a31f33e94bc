import { needOnPhone } from '../../../words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = () => needOnPhone('me', 'today');
