package jp.tenkyo.lifecycle;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Puts what {@code openapi.yaml} says into the OpenAPI document at {@code /v3/api-docs}. What a controller has and the
 * file does not name stays as springdoc found it, so nothing is hidden.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    @Bean
    OpenApiCustomizer apiDescriptionCustomizer() {
        var written = written();
        return found -> {
            found.info(written.getInfo())
                    .externalDocs(written.getExternalDocs())
                    .tags(written.getTags())
                    .components(written.getComponents());
            written.getPaths().forEach((path, item) -> found.getPaths().addPathItem(path, item));
        };
    }

    private static OpenAPI written() {
        // Not swagger's own YAML reader: it does not follow anchors.
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try (var file = new ClassPathResource("openapi.yaml").getInputStream()) {
            Map<String, Object> tree = yaml.load(file);
            return Json31.mapper().convertValue(tree, OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
