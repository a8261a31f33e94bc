/** The screens that live on the phone: the folders of `src/routes/(participant)`, which a test compares. */
export const screens = ['today', 'mood', 'breathe', 'practice', 'group', 'me'];

export const isScreen = ({ pathname }: URL): boolean => screens.includes(pathname.split('/')[1] ?? '');
