package jp.tenkyo.schemas;

import jp.tenkyo.avro.ResidentChangeMessage;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro make objects of the generated contracts. Since 1.12.2 it makes none of a class that nobody vouched for, as
 * a schema could otherwise name any class of the class path; what was trusted before stays so.
 */
final class TrustedContracts {

    private static final ClassSecurityPredicate CONTRACTS = TrustedContracts::isContract;

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), CONTRACTS));
    }

    private TrustedContracts() {}

    /** From the first call on, for the whole process. */
    static void trust() {
        // The static initialiser has done it, once.
    }

    private static boolean isContract(Class<?> type) {
        return type.getPackageName().equals(ResidentChangeMessage.class.getPackageName());
    }
}
