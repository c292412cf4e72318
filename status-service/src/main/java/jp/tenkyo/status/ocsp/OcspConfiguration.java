package jp.tenkyo.status.ocsp;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.util.List;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.start.Clocks;
import jp.tenkyo.status.table.StatusTable;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts OCSP together. */
@Configuration(proxyBeanMethods = false)
class OcspConfiguration {

    /** Refuses to start unless each issuer has a responder that clients can trust. */
    @Bean
    Responders ocspResponders(Issuers issuers, OcspSettings settings, Clocks clocks) {
        return ResponderReading.read(issuers, settings.responders(), clocks.machine());
    }

    @Bean
    OcspResponder ocspResponder(
            Responders responders,
            StatusTable table,
            FreshnessWatch freshness,
            OcspSettings settings,
            MeterRegistry registry,
            Clocks clocks) {
        var cache = new AnswerCache(settings.answersCachedMax());
        var metrics = new OcspMetrics(registry);
        table.listen(cache);
        metrics.watch(cache, responders, clocks.machine());
        return new OcspResponder(responders, table, freshness, cache, settings, metrics, clocks.machine());
    }

    @Bean
    ServletRegistrationBean<OcspServlet> ocspServlet(OcspResponder responder, OcspSettings settings, Clocks clocks) {
        return new ServletRegistrationBean<>(
                new OcspServlet(responder, settings.httpCachedFor(), clocks.machine()),
                OcspServlet.PATH,
                OcspServlet.PATH + "/*");
    }

    /**
     * Answers before any other filter is asked: none of them has anything to say about OCSP, and together they take as
     * long as an answer that is kept. {@link OcspMetrics} times answers instead.
     */
    @Bean
    FilterRegistrationBean<Filter> ocspPastFilters(ServletRegistrationBean<OcspServlet> ocspServlet) {
        var servlet = requireNonNull(ocspServlet.getServlet());
        var first = new FilterRegistrationBean<Filter>((request, response, _) -> servlet.service(request, response));
        first.setName("ocsp-past-filters");
        first.setUrlPatterns(List.of(OcspServlet.PATH, OcspServlet.PATH + "/*"));
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    /** Tomcat refuses %2F in a path otherwise; nothing here takes a path for a file's. */
    @Bean
    TomcatConnectorCustomizer slashesInBase64() {
        return connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    }
}
