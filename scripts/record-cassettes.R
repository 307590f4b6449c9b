# Makes the calls with crul and records them with vcr: called by record-cassettes.mjs.
suppressMessages({ library(vcr); library(crul) })

args <- commandArgs(trailingOnly = TRUE)
calls <- jsonlite::fromJSON(args[[3]], simplifyVector = FALSE)
# vcr 1.2 takes what is sent for text.
calls <- Filter(function(call) is.null(call$bytes), calls)

record <- function(name, ...) {
  file.remove(list.files(args[[1]], paste0("^", name, "[.]yml$"), full.names = TRUE))
  use_cassette(name, lapply(calls, function(call) {
    client <- HttpClient$new(args[[2]], headers = c(list(Authorization = "Bearer test-key"), if (!is.null(call$type)) list(`Content-Type` = call$type)))
    client$verb(call$method, sub("^/", "", call$path), body = call$body)
  }), record = "all", ...)
}

invisible(vcr_configure(dir = args[[1]], warn_on_empty_cassette = FALSE))
invisible(record("r"))
invisible(record("r-base64", preserve_exact_body_bytes = TRUE))
