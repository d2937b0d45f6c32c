package io.zoombookings.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A request whose body has been read already, byte for byte: somebody may have signed it. */
final class ReadRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final Bodies.Reader reader;

    ReadRequest(HttpServletRequest request, byte[] body, Bodies.Reader reader) {
        super(request);
        this.body = body;
        this.reader = reader;
    }

    @Override
    public String getContentType() {
        String given = super.getContentType();
        return switch (reader) {
            case PAGE -> given;
            case SIGNATURE -> MediaType.APPLICATION_OCTET_STREAM_VALUE;
            case JSON -> given == null || given.isEmpty() ? null : given.split(";", 2)[0].strip();
        };
    }

    @Override
    public String getCharacterEncoding() {
        return reader == Bodies.Reader.PAGE ? super.getCharacterEncoding() : StandardCharsets.UTF_8.name();
    }

    @Override
    public String getHeader(String name) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String type = HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? getContentType() : null;
        return type == null ? super.getHeaders(name) : Collections.enumeration(List.of(type));
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body is read already");
            }

            @Override
            public int available() {
                return bytes.available();
            }

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
