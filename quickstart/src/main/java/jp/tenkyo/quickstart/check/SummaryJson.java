package jp.tenkyo.quickstart.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/** A summary for programs. */
record SummaryJson(Summary summary) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        var content = new LinkedHashMap<String, Object>();
        content.put("passed", summary.passed());
        var aspects = new LinkedHashMap<String, Object>();
        Arrays.stream(Aspect.values())
                .forEach(aspect ->
                        aspects.put(aspect.name(), summary.tallies().getOrDefault(aspect, new Summary.Tally(0, 0))));
        content.put("aspects", aspects);
        content.put("figures", new TreeMap<>(summary.figures()));
        content.put("differences", summary.differences());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary of records and numbers is always writable", e);
        }
    }
}
