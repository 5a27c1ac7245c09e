package io.shomei.request.bulk;

import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import io.shomei.request.RowError;
import java.util.List;
import java.util.Map;

/** What the register and the services do with the rows of a format, once each was checked alone. */
interface RowWork {

    /** Refuses where the policy does not let officers do this at all. Their right to the kind of file is looked at besides. */
    default void require(Policy policy) {}

    /**
     * Compares rows with the register, in the running transaction; nothing changes.
     *
     * @return the rows in their order, each with what the register has against it, and with the certificate it is about
     */
    List<CheckedRow> compare(TenantId tenant, RequestFileFormat format, List<CheckedRow> rows);

    /**
     * Carries out rows that were checked once more, in transactions of its own. Each tells the batch of the rows that it carried out.
     * After a crash the rows that no committed transaction told of come again.
     *
     * @return what stands against those that could not be carried out, by their line
     */
    Map<Long, List<RowError>> carryOut(RowBatch batch);

    /** After the last row of a file; once more, where the platform stopped there. */
    default void finish(RequestFile file) {}
}
