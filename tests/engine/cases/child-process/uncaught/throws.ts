const fail = () => {
  throw new RangeError('too far');
};
fail();
