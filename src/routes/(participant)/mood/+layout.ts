import { needOnPhone } from '../../words.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = () => needOnPhone('mood', 'notes', 'sharing', 'danger');
