/** Why a test did not pass; what was thrown, if anything was, is its cause. */
import { inspect } from '../../inspection.ts';

export type FailureType =
  | 'testCodeFailure'
  | 'subtestsFailed'
  | 'testTimeoutFailure'
  | 'hookFailed'
  | 'cancelledByParent'
  | 'testAborted'
  | 'parentAlreadyFinished'
  | 'callbackAndPromisePresent'
  | 'multipleCallbackInvocations'
  | 'expectedFailure'
  | 'uncaughtException'
  | 'unhandledRejection';

/** Node's ERR_TEST_FAILURE. A program sees it as the `error` of a test's context. */
export class TestFailure extends Error {
  readonly code = 'ERR_TEST_FAILURE';
  failureType: FailureType;

  constructor(cause: unknown, failureType: FailureType) {
    super(messageOf(cause), { cause });
    this.failureType = failureType;
  }
}

function messageOf(cause: unknown): string {
  const message = typeof cause === 'object' && cause !== null && Reflect.get(cause, 'message');
  return typeof message === 'string' ? message : inspect(cause);
}
