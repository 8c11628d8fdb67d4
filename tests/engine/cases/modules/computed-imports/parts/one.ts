console.log('one runs');
export default 'first';
