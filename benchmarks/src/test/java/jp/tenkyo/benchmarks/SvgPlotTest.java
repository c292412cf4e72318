package jp.tenkyo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class SvgPlotTest {

    private static final Plot PLOT = new Plot(
            "Delay & rate",
            new Plot.Axis("changes a second", true),
            new Plot.Axis("milliseconds", false),
            List.of(
                    new Plot.Line("p50", List.of(new Plot.Point(100, 30), new Plot.Point(1_000, 60))),
                    new Plot.Line("p99", List.of(new Plot.Point(100, 90), new Plot.Point(1_000, 180)))));

    @Test
    void each_line_has_its_points() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new SvgPlot(PLOT).svg())));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Delay & rate");
    }

    @Test
    void a_file_of_its_own_names_its_lines() throws Exception {
        var document = DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new SvgPlot(PLOT).file())));
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        var texts = document.getElementsByTagName("text");
        assertThat(IntStream.range(0, texts.getLength())
                        .mapToObj(i -> texts.item(i).getTextContent()))
                .contains("p50", "p99");
    }

    @Test
    void a_scale_of_steps_goes_from_zero_to_a_round_number() {
        assertThat(Scale.over(List.of(30.0, 180.0), false))
                .isEqualTo(new Scale(List.of(0.0, 50.0, 100.0, 150.0, 200.0), false));
    }

    @Test
    void a_scale_of_factors_lies_close_around_its_values() {
        assertThat(Scale.over(List.of(100.0, 1_000.0, 5_000.0), true))
                .isEqualTo(new Scale(List.of(100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0), true));
    }

    @Test
    void a_value_between_lies_between() {
        assertThat(Scale.over(List.of(100.0, 10_000.0), true).at(1_000)).isEqualTo(0.5);
        assertThat(Scale.over(List.of(4.0), false).at(1)).isEqualTo(0.25);
    }
}
