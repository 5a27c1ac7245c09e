package io.shomei.pki;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A configuration profile (Apple, Configuration Profile Reference) that installs a key file and the authorities above it on iOS, iPadOS
 * and macOS. The same key file gives the same profile, so that installing it again replaces it.
 *
 * @param name what the device shows
 * @param organization who it is from
 * @param fileName of the key file
 * @param keyFile PKCS#12; protected so that the devices read it ({@link Pkcs12.Profile#COMPAT})
 * @param password of the key file; null where the person types it on the device, which is safer
 * @param authorities from the issuer to the root
 */
// Written once, compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
public record ConfigurationProfile(
        String name,
        String organization,
        String fileName,
        byte[] keyFile,
        @Nullable String password,
        List<CertificateDer> authorities) {

    private static final String DOCTYPE =
            "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

    /** Beginning of the identifiers of everything that is installed. */
    private static final String IDENTIFIER = "io.shomei.certificate.";

    public ConfigurationProfile {
        authorities = List.copyOf(authorities);
    }

    /** As a property list in XML. */
    public byte[] write() {
        UUID id = id(keyFile);
        List<Map<String, Object>> payloads = new ArrayList<>();
        payloads.add(keyPayload(id));
        for (int i = 0; i < authorities.size(); i++) {
            payloads.add(authorityPayload(id, authorities.get(i), i == authorities.size() - 1));
        }
        Map<String, Object> profile = payload("Configuration", IDENTIFIER + id, id, name);
        profile.put("PayloadOrganization", organization);
        profile.put("PayloadRemovalDisallowed", false);
        profile.put("PayloadContent", payloads);
        return xml(profile).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> keyPayload(UUID id) {
        UUID own = derived(id, keyFile);
        Map<String, Object> payload = payload("com.apple.security.pkcs12", IDENTIFIER + id + ".key", own, name);
        payload.put("PayloadCertificateFileName", fileName);
        payload.put("PayloadContent", keyFile);
        if (password != null) {
            payload.put("Password", password);
        }
        return payload;
    }

    private static Map<String, Object> authorityPayload(UUID id, CertificateDer authority, boolean root) {
        UUID own = derived(id, authority.encoded());
        Map<String, Object> payload = payload(
                root ? "com.apple.security.root" : "com.apple.security.pkcs1",
                IDENTIFIER + id + "." + own,
                own,
                authority.subjectText());
        payload.put("PayloadCertificateFileName", own + ".cer");
        payload.put("PayloadContent", authority.encoded());
        return payload;
    }

    private static Map<String, Object> payload(String type, String identifier, UUID id, String name) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("PayloadType", type);
        payload.put("PayloadVersion", 1);
        payload.put("PayloadIdentifier", identifier);
        payload.put("PayloadUUID", id.toString());
        payload.put("PayloadDisplayName", name);
        return payload;
    }

    private static UUID derived(UUID profile, byte[] content) {
        return id(Digests.sha256((profile + "\n" + id(content)).getBytes(StandardCharsets.UTF_8)));
    }

    /** RFC 9562 5.8: of the content's digest. */
    private static UUID id(byte[] content) {
        ByteBuffer digest = ByteBuffer.wrap(Digests.sha256(content));
        long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static String xml(Map<String, Object> profile) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeDTD(DOCTYPE);
            out.writeStartElement("plist");
            out.writeAttribute("version", "1.0");
            write(out, profile);
            out.writeEndElement();
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("cannot write a configuration profile", impossible);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter out, Object value) throws XMLStreamException {
        switch (value) {
            case Map<?, ?> entries -> {
                out.writeStartElement("dict");
                for (Map.Entry<?, ?> entry : entries.entrySet()) {
                    element(out, "key", String.valueOf(entry.getKey()));
                    write(out, entry.getValue());
                }
                out.writeEndElement();
            }
            case List<?> items -> {
                out.writeStartElement("array");
                for (Object item : items) {
                    write(out, item);
                }
                out.writeEndElement();
            }
            case byte[] octets -> element(out, "data", Base64.getEncoder().encodeToString(octets));
            case Integer number -> element(out, "integer", number.toString());
            case Boolean truth -> out.writeEmptyElement(truth ? "true" : "false");
            case String text -> element(out, "string", text);
            default -> throw new IllegalArgumentException("a property list has no " + value.getClass());
        }
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
