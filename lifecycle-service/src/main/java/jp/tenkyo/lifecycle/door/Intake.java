package jp.tenkyo.lifecycle.door;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tenkyo.lifecycle.contract.Outgoing;
import tools.jackson.databind.JsonNode;

/** Takes a request's inputs in, all or none. */
final class Intake {

    private final Outbox outbox;
    private final InstantSource clock;

    Intake(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return ids of what the broker has acknowledged, in the order of the request */
    List<String> take(InputStream body, InputForm<? super JsonFields> form, TraceContext trace) throws IOException {
        var now = clock.instant();
        var refusals = new ArrayList<FormRefusedException.Refusal>();
        var sound = new ArrayList<Outgoing>();
        var ids = new HashSet<String>();
        var items = JsonBody.items(body);
        for (var index = 0; index < items.size(); index++) {
            switch (read(items.get(index), form, now)) {
                case Reading.Faulty(var faults) -> refuse(index, faults, refusals);
                case Reading.Sound(var outgoing) -> {
                    refuseRepeated(index, outgoing.id(), form, ids, refusals);
                    sound.add(outgoing);
                }
            }
        }
        if (!refusals.isEmpty()) {
            throw new FormRefusedException(refusals);
        }
        outbox.sendAll(sound, trace);
        return sound.stream().map(Outgoing::id).toList();
    }

    /**
     * Takes one input in, for every partition: on all of them or on none.
     *
     * @return its id
     */
    String takeForEach(int partitions, InputStream body, InputForm<? super JsonFields> form, TraceContext trace)
            throws IOException {
        var outgoing = sound(read(JsonBody.single(body, JsonBody.BYTES_MAX), form, clock.instant()));
        outbox.sendAll(outgoing.onEach(partitions), trace);
        return outgoing.id();
    }

    /** Forgets a contact point. */
    List<String> forgetContactPoint(String holderId, TraceContext trace) {
        var outgoing = sound(ContactPointForm.forget(holderId, clock.instant()));
        outbox.sendAll(List.of(outgoing), trace);
        return List.of(outgoing.id());
    }

    private static Outgoing sound(Reading reading) {
        return switch (reading) {
            case Reading.Faulty(var faults) -> {
                var refusals = new ArrayList<FormRefusedException.Refusal>();
                refuse(0, faults, refusals);
                throw new FormRefusedException(refusals);
            }
            case Reading.Sound(var outgoing) -> outgoing;
        };
    }

    private static Reading read(JsonNode item, InputForm<? super JsonFields> form, Instant now) {
        return item.isObject()
                ? form.read(JsonFields.of(item, form.fieldNames()), now)
                : new Reading.Faulty(List.of(new Fault("", "NOT_AN_OBJECT", "Each input is a JSON object.")));
    }

    private static void refuse(int index, List<Fault> faults, List<FormRefusedException.Refusal> refusals) {
        faults.forEach(fault ->
                refusals.add(new FormRefusedException.Refusal(index, fault.field(), fault.code(), fault.detail())));
    }

    private static void refuseRepeated(
            int index, String id, InputForm<?> form, Set<String> ids, List<FormRefusedException.Refusal> refusals) {
        if (!ids.add(id)) {
            refusals.add(new FormRefusedException.Refusal(
                    index, form.idField(), "DUPLICATE", "An earlier input of this request has the same id."));
        }
    }
}
