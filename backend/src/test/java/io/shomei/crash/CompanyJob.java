package io.shomei.crash;

import static io.shomei.crash.CrashCheck.events;
import static io.shomei.crash.CrashCheck.require;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.bench.Server;
import java.util.HashSet;
import java.util.Set;

/** A hundred certificates for a company, with RSA keys, which take some seconds (AT-81). */
final class CompanyJob {
    private static final int COUNT = 100;

    private String path = "";
    private int earlier;

    void begin(Server company) throws Exception {
        earlier = issued(company);
        JsonNode job = company.postJson("/api/v1/issuance-jobs", "{\"count\":" + COUNT + "}");
        path = "/api/v1/issuance-jobs/" + job.get("id").asText();
    }

    int done(Server company) throws Exception {
        return company.get(path).get("progress").get("done").asInt();
    }

    void requireInTheMiddle(Server company) throws Exception {
        JsonNode offer = company.get("/api/v1/issuance-offer");
        int done = done(company);
        require(done > 0 && done < COUNT && offer.has("running"), "the job was killed in the middle, at " + done);
    }

    void judge(Server company) throws Exception {
        for (int i = 0; i < 1_200 && state(company).equals("RUNNING"); i++) {
            Thread.sleep(100);
        }
        require(state(company).equals("DONE"), "the job is carried out after the restart");
        require(done(company) == COUNT, "the job counts every certificate once");
        Set<String> names = new HashSet<>();
        Set<String> serials = new HashSet<>();
        int all = 0;
        for (JsonNode each :
                company.get("/api/v1/certificates?kind=CLIENT&limit=1000").get("items")) {
            names.add(each.get("commonName").asText());
            serials.add(each.get("serial").asText());
            all++;
        }
        require(all == earlier + COUNT, "the company has as many certificates as it asked for, and has " + all);
        require(names.size() == all, "no name of a client stands twice");
        require(serials.size() == all, "no serial number of a client stands twice");
        require(
                company.get("/api/v1/audit-events?operation=certificate.issue&q=client_")
                                .get("total")
                                .get("value")
                                .asInt()
                        == all,
                "the history has one line for each");
        require(events(company, "issuancejob.resume") == 1, "the history tells of one resumption of the job");
        company.drain("/api/v1/certificates/bundle.zip");
    }

    private static int issued(Server company) throws Exception {
        return company.get("/api/v1/certificates?kind=CLIENT&limit=1")
                .get("total")
                .get("value")
                .asInt();
    }

    private String state(Server company) throws Exception {
        return company.get(path).get("state").asText();
    }
}
