package jp.tenkyo.lifecycle.core;

import java.util.ArrayList;
import java.util.List;

/** All orders of a few things. */
final class Orders {

    private Orders() {}

    static List<List<Made>> of(Made... things) {
        return of(List.of(things));
    }

    private static <T> List<List<T>> of(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<T>>();
        for (var first : things) {
            var rest = new ArrayList<>(things);
            rest.remove(first);
            of(rest).forEach(order -> {
                var all = new ArrayList<T>();
                all.add(first);
                all.addAll(order);
                orders.add(all);
            });
        }
        return orders;
    }
}
