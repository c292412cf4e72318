package jp.tenkyo.status.access;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the door before every channel that is not for everybody. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Clients clients(AccessSettings settings, Optional<OwnClient> own) {
        return new Clients(settings, own);
    }

    @Bean
    AccessLog accessLog(MeterRegistry metrics) {
        return new AccessLog(metrics);
    }

    @Bean
    Tokens tokens(AccessSettings settings) {
        return settings.oidc() == null ? Tokens.NONE : Tokens.of(settings.oidc());
    }

    @Bean
    WebMvcConfigurer door(Clients clients, Tokens tokens, AccessLog log) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Door(clients, tokens, log))
                        .addPathPatterns("/feed", "/feed/**", "/webhooks", "/webhooks/**");
            }
        };
    }
}
