package jp.tenkyo.quickstart.city;

import java.time.ZoneId;

/** Where the city lies, and the municipalities from which people move to it. */
final class Places {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final String CHITOSE = "012246";
    static final String SAPPORO = "011002";
    static final String CHIYODA = "131016";

    private Places() {}
}
