/** A call of the analyzer's service, as the SDK has it. */
interface Call<Request> {
  requestDeserialize: (bytes: Buffer) => Request;
}

/** Shows the requests of a call as they are decoded, before the SDK sees them: it tells policies less than they hold. */
export function observe<Request>(call: Call<Request>, observer: (request: Request) => void): void {
  const decode = call.requestDeserialize;
  call.requestDeserialize = (bytes) => {
    const request = decode(bytes);
    observer(request);
    return request;
  };
}
