package jp.tenkyo.status.ocsp;

import io.micrometer.core.instrument.MeterRegistry;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.start.Clocks;
import jp.tenkyo.status.table.StatusTable;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

    /** Tomcat refuses %2F in a path otherwise; nothing here takes a path for a file's. */
    @Bean
    TomcatConnectorCustomizer slashesInBase64() {
        return connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    }
}
