"""Makes the calls with each client and records them with vcrpy: called by record-cassettes.mjs."""
import asyncio, http.client, json, pathlib, sys
import aiohttp, httpx, multidict, requests, vcr, yaml

out, origin, calls = pathlib.Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])


def parts(call):
    body = bytes(call["bytes"]) if "bytes" in call else call["body"].encode() if "body" in call else None
    headers = {"Authorization": "Bearer test-key"}
    if "type" in call:
        headers["Content-Type"] = call["type"]
    return call["method"], origin + call["path"], body, headers


def with_requests(chosen):
    for method, url, body, headers in map(parts, chosen):
        requests.request(method, url, data=body, headers=headers)


def with_objects(chosen):
    """The names of headers as objects, which PyYAML writes as such. With aiohttp, later versions of vcrpy do this by themselves."""
    for method, url, body, headers in map(parts, chosen):
        named = {multidict.istr(name): text for name, text in headers.items()}
        connection = http.client.HTTPConnection(origin.removeprefix("http://"))
        connection.request(method, url.removeprefix(origin), body, named)
        connection.getresponse().read()
        connection.close()


def with_httpx(chosen):
    with httpx.Client() as client:
        for method, url, body, headers in map(parts, chosen):
            client.request(method, url, content=body, headers=headers)


def with_aiohttp(chosen):
    async def run():
        async with aiohttp.ClientSession() as client:
            for method, url, body, headers in map(parts, chosen):
                async with client.request(method, url, data=body, headers=headers) as answer:
                    await answer.read()

    asyncio.run(run())


def with_files(_):
    """A file as a body: vcrpy keeps the object that it was."""
    path = out / "upload.tmp"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with path.open("rb") as file:
        requests.put(origin + "/v1/tickets/7/photo", data=file, headers={"Content-Type": "image/x-raw"})
    path.unlink()


class ParsedBodies:
    """A serializer of one's own, as vcrpy allows it, in the layout that pydantic-ai's has: bodies of JSON are kept parsed."""

    def __init__(self, wrap):
        self.wrap = wrap

    def serialize(self, cassette):
        for interaction in cassette["interactions"]:
            for message in interaction.values():
                message["headers"] = {name.lower(): values for name, values in message["headers"].items()}
                body = message.get("body")
                text = body.get("string") if isinstance(body, dict) else body
                if message["headers"].get("content-type") == ["application/json"] and isinstance(text, str):
                    parsed = json.loads(text)
                    message["parsed_body"] = {"type": "json", "content": parsed} if self.wrap else parsed
                    del message["body"]
        return yaml.dump(cassette, allow_unicode=True, width=120)

    def deserialize(self, text):
        return yaml.safe_load(text)


def record(name, make, chosen=calls, **options):
    (out / name).unlink(missing_ok=True)
    recorder = vcr.VCR(record_mode="all")
    recorder.register_serializer("parsed", ParsedBodies(wrap=False))
    recorder.register_serializer("wrapped", ParsedBodies(wrap=True))
    with recorder.use_cassette(str(out / name), **options):
        make(chosen)


# vcrpy 4.2 takes a body of httpx for text, and JSON holds no bytes, which it leaves what is compressed with brotli.
texts = [call for call in calls if not call["path"].endswith("/photo")]
plain = [call for call in texts if call["path"] != "/v1/tickets"]
record("requests.yaml", with_requests)
record("requests-decompressed.yaml", with_requests, decode_compressed_response=True)
record("requests-file.yaml", with_files)
record("http-client.yaml", with_objects)
record("requests.json", with_requests, plain, serializer="json", decode_compressed_response=True)
record("httpx.yaml", with_httpx, texts)
record("aiohttp.yaml", with_aiohttp)
record("parsed-body.yaml", with_requests, serializer="parsed", decode_compressed_response=True)
record("parsed-body-wrapped.yaml", with_requests, serializer="wrapped", decode_compressed_response=True)
