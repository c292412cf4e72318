package jp.tenkyo.lifecycle;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tenkyo.schemas.AsyncApi;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of all topics. */
@RestController
@Hidden // It describes the topics, and is linked from the OpenAPI document.
class AsyncApiController {

    private final String document = AsyncApi.document();

    @GetMapping(path = "/asyncapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String asyncApi() {
        return document;
    }
}
