package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import jp.tenkyo.avro.NoticeStage;

/** A stage that a certificate reaches while its holder must be told of it: at 09:00 Tokyo of that day, once. */
public record Reminder(String certificateId, NoticeStage stage, LocalDate dueOn) {}
