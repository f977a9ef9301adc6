package org.salus.frame.web;

import jakarta.servlet.MultipartConfigElement;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.core.StandardHost;
import org.salus.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web server and the manners of all pages. Written out instead of left to automatic configuration: it is short, starts faster, and nothing is open that
 * is not named here.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@EnableWebSecurity
@Import({Assets.class, Problems.class, Health.class, LanguageChoice.class})
public class FramePages implements WebMvcConfigurer {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; connect-src 'self';"
                    + " font-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final long HTTPS_FOR_SECONDS = 31_536_000;
    /** Far more than any address may have, so that one that is too long is answered by us, in the form its place promises; beyond it nobody knows the place. */
    private static final int LONGEST_HEAD_BYTES = 128 << 10;

    private static final long KEPT_IN_MEMORY_BYTES = 1 << 20;

    /**
     * Where to listen, and how much to take.
     *
     * @param address of this machine
     * @param port 0 for any free one
     * @param largestUploadBytes of all files of one upload together
     */
    public record Listening(InetAddress address, int port, long largestUploadBytes) {}

    @Bean
    TomcatServletWebServerFactory server(Listening listening) {
        TomcatServletWebServerFactory server = new TomcatServletWebServerFactory(listening.port());
        server.setAddress(listening.address());
        server.setErrorPages(java.util.Set.of(new ErrorPage("/error")));
        server.addConnectorCustomizers(connector -> {
            connector.setProperty("server", "Salus");
            // How long a head may be bounds them already; who reads many languages is no attacker.
            connector.setMaxLocaleCount(LONGEST_HEAD_BYTES);
            connector.setProperty("maxHttpRequestHeaderSize", String.valueOf(LONGEST_HEAD_BYTES));
        });
        server.addContextCustomizers(context -> {
            // Without it Tomcat takes what is typed into forms for Latin-1, and an accented letter becomes two.
            context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name());
            EarlyProblems.explainFor((StandardHost) context.getParent());
        });
        return server;
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    DispatcherServletRegistrationBean dispatcherServletRegistration(DispatcherServlet servlet, Listening listening) {
        DispatcherServletRegistrationBean registration = new DispatcherServletRegistrationBean(servlet, "/");
        registration.setLoadOnStartup(1);
        registration.setMultipartConfig(new MultipartConfigElement(
                "", listening.largestUploadBytes(), listening.largestUploadBytes(), (int) KEPT_IN_MEMORY_BYTES));
        return registration;
    }

    @Bean
    org.springframework.web.multipart.MultipartResolver multipartResolver() {
        return new org.springframework.web.multipart.support.StandardServletMultipartResolver();
    }

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
        return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    }

    @Bean
    Layouts layouts(ObjectProvider<Notice> notice) {
        return new Layouts(notice.getIfAvailable(() -> Optional::empty));
    }

    @Bean
    JteViewResolver pageTemplates() {
        return new JteViewResolver();
    }

    @Bean
    SessionCookie sessionCookie(Entrance entrance) {
        return new SessionCookie(entrance);
    }

    /** Who may knock, who is let in, and the headers of every answer. Where nobody is signed in nothing but the {@link Gate}'s few doors is open. */
    @Bean
    SecurityFilterChain manners(
            HttpSecurity http,
            Listening listening,
            Entrance entrance,
            SessionCookie cookie,
            People people,
            Problems problems)
            throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(entrance.isSecure() ? "__Host-salus-form" : "salus-form-" + listening.port());
        tokens.setCookieCustomizer(
                form -> form.sameSite("Strict").httpOnly(true).path("/").secure(entrance.isSecure()));
        return http.securityMatcher("/**")
                .addFilterAfter(new Doorkeeper(entrance, problems), HeaderWriterFilter.class)
                .addFilterAfter(new Gate(people, entrance, cookie, problems), Doorkeeper.class)
                .addFilterAfter(new WithoutSlash(), Gate.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(Gate::hasToken))
                // The gate has decided; no second list of what is open.
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(
                        (request, response, refused) -> problems.explainMark(request, response)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        // Stricter, browsers would send forms of our own pages without their origin.
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .httpStrictTransportSecurity(https -> {
                            if (entrance.isSecure()) {
                                https.maxAgeInSeconds(HTTPS_FOR_SECONDS).requestMatcher(request -> true);
                            } else {
                                https.disable();
                            }
                        }))
                .build();
    }

    /** What programs send says each thing once: of a key that stands there twice nobody knows which one was meant. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(
                JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Asked());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new KnownChoices());
    }
}
