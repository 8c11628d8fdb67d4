console.log('plain');
export const plain = 'plain';
