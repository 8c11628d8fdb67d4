/** node:string_decoder, from the package that the streams bring along. */
import { StringDecoder } from 'string_decoder/';

export { StringDecoder };
export default { StringDecoder };
