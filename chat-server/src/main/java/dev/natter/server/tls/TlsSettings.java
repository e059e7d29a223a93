package dev.natter.server.tls;

/**
 * How the server does TLS.
 *
 * @param files where a renewed identity will be found
 * @param content what was in them at the start
 * @param identity what that means
 * @param required whether those from other machines must speak TLS
 */
public record TlsSettings(TlsFiles files, TlsFiles.Content content, TlsIdentity identity, boolean required) {

    /**
     * Reads the files.
     *
     * @throws UnusableTlsFilesException if they are of no use
     */
    public static TlsSettings read(TlsFiles files, boolean required) throws UnusableTlsFilesException {
        TlsFiles.Content content = files.read();
        return new TlsSettings(files, content, content.identity(), required);
    }
}
