//! A provider that lists more events than any of the catalogue: all of them can be taken without
//! tiring the compiler, in whichever order. And events that are newer than the list.
#![deny(warnings, clippy::all, clippy::pedantic)]

use webhook_kit::{Endpoint, Provider, RawEvent, Secret, WebhookEvent, check_handlers, webhook};

/// The items that name all events.
macro_rules! acme {
    ([$($first:tt)*] [$($second:tt)*]) => {
        /// The provider.
        #[derive(Debug, Provider)]
        #[provider(
            algo = "sha256",
            header = "x-signature",
            event_type = "/type",
            events = [$($first,)* $($second,)*],
        )]
        pub struct Acme;

        /// All of its events, in another order, and one that is newer.
        #[derive(Debug, WebhookEvent)]
        #[event(provider = Acme)]
        pub enum All {
            /// The second half.
            #[event($($second),*)]
            Second,
            /// The first.
            #[event($($first),*)]
            First,
            /// The newer one.
            #[event("an.event.to.come", unlisted)]
            Newer(Payment),
        }

        /// The same as methods.
        #[derive(Debug)]
        pub struct Methods;

        #[webhook(provider = Acme)]
        impl Methods {
            #[on($($second),*)]
            async fn second(&self) {}

            #[on($($first),*)]
            async fn first(&self) {}
        }

        /// Methods that take the first half.
        #[derive(Debug)]
        pub struct First;

        #[webhook(provider = Acme, ignore_others)]
        impl First {
            #[on($($first),*)]
            async fn any(&self) {}
        }

        /// Methods that take the second half.
        #[derive(Debug)]
        pub struct Second;

        #[webhook(provider = Acme, ignore_others)]
        impl Second {
            #[on($($second),*)]
            async fn any(&self) {}
        }
    };
}

acme! {
    [
        "event.000" "event.001" "event.002" "event.003" "event.004" "event.005" "event.006" "event.007"
        "event.008" "event.009" "event.010" "event.011" "event.012" "event.013" "event.014" "event.015"
        "event.016" "event.017" "event.018" "event.019" "event.020" "event.021" "event.022" "event.023"
        "event.024" "event.025" "event.026" "event.027" "event.028" "event.029" "event.030" "event.031"
        "event.032" "event.033" "event.034" "event.035" "event.036" "event.037" "event.038" "event.039"
        "event.040" "event.041" "event.042" "event.043" "event.044" "event.045" "event.046" "event.047"
        "event.048" "event.049" "event.050" "event.051" "event.052" "event.053" "event.054" "event.055"
        "event.056" "event.057" "event.058" "event.059" "event.060" "event.061" "event.062" "event.063"
        "event.064" "event.065" "event.066" "event.067" "event.068" "event.069" "event.070" "event.071"
        "event.072" "event.073" "event.074" "event.075" "event.076" "event.077" "event.078" "event.079"
        "event.080" "event.081" "event.082" "event.083" "event.084" "event.085" "event.086" "event.087"
        "event.088" "event.089" "event.090" "event.091" "event.092" "event.093" "event.094" "event.095"
        "event.096" "event.097" "event.098" "event.099" "event.100" "event.101" "event.102" "event.103"
        "event.104" "event.105" "event.106" "event.107" "event.108" "event.109" "event.110" "event.111"
        "event.112" "event.113" "event.114" "event.115" "event.116" "event.117" "event.118" "event.119"
        "event.120" "event.121" "event.122" "event.123" "event.124" "event.125" "event.126" "event.127"
        "event.128" "event.129" "event.130" "event.131" "event.132" "event.133" "event.134" "event.135"
        "event.136" "event.137" "event.138" "event.139" "event.140" "event.141" "event.142" "event.143"
        "event.144" "event.145" "event.146" "event.147" "event.148" "event.149" "event.150" "event.151"
        "event.152" "event.153" "event.154" "event.155" "event.156" "event.157" "event.158" "event.159"
        "event.160" "event.161" "event.162" "event.163" "event.164" "event.165" "event.166" "event.167"
        "event.168" "event.169" "event.170" "event.171" "event.172" "event.173" "event.174" "event.175"
        "event.176" "event.177" "event.178" "event.179" "event.180" "event.181" "event.182" "event.183"
        "event.184" "event.185" "event.186" "event.187" "event.188" "event.189" "event.190" "event.191"
        "event.192" "event.193" "event.194" "event.195" "event.196" "event.197" "event.198" "event.199"
        "event.200" "event.201" "event.202" "event.203" "event.204" "event.205" "event.206" "event.207"
        "event.208" "event.209" "event.210" "event.211" "event.212" "event.213" "event.214" "event.215"
        "event.216" "event.217" "event.218" "event.219" "event.220" "event.221" "event.222" "event.223"
        "event.224" "event.225" "event.226" "event.227" "event.228" "event.229" "event.230" "event.231"
        "event.232" "event.233" "event.234" "event.235" "event.236" "event.237" "event.238" "event.239"
        "event.240" "event.241" "event.242" "event.243" "event.244" "event.245" "event.246" "event.247"
        "event.248" "event.249" "event.250" "event.251" "event.252" "event.253" "event.254" "event.255"
        "event.256" "event.257" "event.258" "event.259" "event.260" "event.261" "event.262" "event.263"
        "event.264" "event.265" "event.266" "event.267" "event.268" "event.269" "event.270" "event.271"
        "event.272" "event.273" "event.274" "event.275" "event.276" "event.277" "event.278" "event.279"
        "event.280" "event.281" "event.282" "event.283" "event.284" "event.285" "event.286" "event.287"
        "event.288" "event.289" "event.290" "event.291" "event.292" "event.293" "event.294" "event.295"
        "event.296" "event.297" "event.298" "event.299" "event.300" "event.301" "event.302" "event.303"
        "event.304" "event.305" "event.306" "event.307" "event.308" "event.309" "event.310" "event.311"
        "event.312" "event.313" "event.314" "event.315" "event.316" "event.317" "event.318" "event.319"
        "event.320" "event.321" "event.322" "event.323" "event.324" "event.325" "event.326" "event.327"
        "event.328" "event.329" "event.330" "event.331" "event.332" "event.333" "event.334" "event.335"
        "event.336" "event.337" "event.338" "event.339" "event.340" "event.341" "event.342" "event.343"
        "event.344" "event.345" "event.346" "event.347" "event.348" "event.349" "event.350" "event.351"
        "event.352" "event.353" "event.354" "event.355" "event.356" "event.357" "event.358" "event.359"
        "event.360" "event.361" "event.362" "event.363" "event.364" "event.365" "event.366" "event.367"
        "event.368" "event.369" "event.370" "event.371" "event.372" "event.373" "event.374" "event.375"
        "event.376" "event.377" "event.378" "event.379" "event.380" "event.381" "event.382" "event.383"
        "event.384" "event.385" "event.386" "event.387" "event.388" "event.389" "event.390" "event.391"
        "event.392" "event.393" "event.394" "event.395" "event.396" "event.397" "event.398" "event.399"
    ]
    [
        "event.400" "event.401" "event.402" "event.403" "event.404" "event.405" "event.406" "event.407"
        "event.408" "event.409" "event.410" "event.411" "event.412" "event.413" "event.414" "event.415"
        "event.416" "event.417" "event.418" "event.419" "event.420" "event.421" "event.422" "event.423"
        "event.424" "event.425" "event.426" "event.427" "event.428" "event.429" "event.430" "event.431"
        "event.432" "event.433" "event.434" "event.435" "event.436" "event.437" "event.438" "event.439"
        "event.440" "event.441" "event.442" "event.443" "event.444" "event.445" "event.446" "event.447"
        "event.448" "event.449" "event.450" "event.451" "event.452" "event.453" "event.454" "event.455"
        "event.456" "event.457" "event.458" "event.459" "event.460" "event.461" "event.462" "event.463"
        "event.464" "event.465" "event.466" "event.467" "event.468" "event.469" "event.470" "event.471"
        "event.472" "event.473" "event.474" "event.475" "event.476" "event.477" "event.478" "event.479"
        "event.480" "event.481" "event.482" "event.483" "event.484" "event.485" "event.486" "event.487"
        "event.488" "event.489" "event.490" "event.491" "event.492" "event.493" "event.494" "event.495"
        "event.496" "event.497" "event.498" "event.499" "event.500" "event.501" "event.502" "event.503"
        "event.504" "event.505" "event.506" "event.507" "event.508" "event.509" "event.510" "event.511"
        "event.512" "event.513" "event.514" "event.515" "event.516" "event.517" "event.518" "event.519"
        "event.520" "event.521" "event.522" "event.523" "event.524" "event.525" "event.526" "event.527"
        "event.528" "event.529" "event.530" "event.531" "event.532" "event.533" "event.534" "event.535"
        "event.536" "event.537" "event.538" "event.539" "event.540" "event.541" "event.542" "event.543"
        "event.544" "event.545" "event.546" "event.547" "event.548" "event.549" "event.550" "event.551"
        "event.552" "event.553" "event.554" "event.555" "event.556" "event.557" "event.558" "event.559"
        "event.560" "event.561" "event.562" "event.563" "event.564" "event.565" "event.566" "event.567"
        "event.568" "event.569" "event.570" "event.571" "event.572" "event.573" "event.574" "event.575"
        "event.576" "event.577" "event.578" "event.579" "event.580" "event.581" "event.582" "event.583"
        "event.584" "event.585" "event.586" "event.587" "event.588" "event.589" "event.590" "event.591"
        "event.592" "event.593" "event.594" "event.595" "event.596" "event.597" "event.598" "event.599"
        "event.600" "event.601" "event.602" "event.603" "event.604" "event.605" "event.606" "event.607"
        "event.608" "event.609" "event.610" "event.611" "event.612" "event.613" "event.614" "event.615"
        "event.616" "event.617" "event.618" "event.619" "event.620" "event.621" "event.622" "event.623"
        "event.624" "event.625" "event.626" "event.627" "event.628" "event.629" "event.630" "event.631"
        "event.632" "event.633" "event.634" "event.635" "event.636" "event.637" "event.638" "event.639"
        "event.640" "event.641" "event.642" "event.643" "event.644" "event.645" "event.646" "event.647"
        "event.648" "event.649" "event.650" "event.651" "event.652" "event.653" "event.654" "event.655"
        "event.656" "event.657" "event.658" "event.659" "event.660" "event.661" "event.662" "event.663"
        "event.664" "event.665" "event.666" "event.667" "event.668" "event.669" "event.670" "event.671"
        "event.672" "event.673" "event.674" "event.675" "event.676" "event.677" "event.678" "event.679"
        "event.680" "event.681" "event.682" "event.683" "event.684" "event.685" "event.686" "event.687"
        "event.688" "event.689" "event.690" "event.691" "event.692" "event.693" "event.694" "event.695"
        "event.696" "event.697" "event.698" "event.699" "event.700" "event.701" "event.702" "event.703"
        "event.704" "event.705" "event.706" "event.707" "event.708" "event.709" "event.710" "event.711"
        "event.712" "event.713" "event.714" "event.715" "event.716" "event.717" "event.718" "event.719"
        "event.720" "event.721" "event.722" "event.723" "event.724" "event.725" "event.726" "event.727"
        "event.728" "event.729" "event.730" "event.731" "event.732" "event.733" "event.734" "event.735"
        "event.736" "event.737" "event.738" "event.739" "event.740" "event.741" "event.742" "event.743"
        "event.744" "event.745" "event.746" "event.747" "event.748" "event.749" "event.750" "event.751"
        "event.752" "event.753" "event.754" "event.755" "event.756" "event.757" "event.758" "event.759"
        "event.760" "event.761" "event.762" "event.763" "event.764" "event.765" "event.766" "event.767"
        "event.768" "event.769" "event.770" "event.771" "event.772" "event.773" "event.774" "event.775"
        "event.776" "event.777" "event.778" "event.779" "event.780" "event.781" "event.782" "event.783"
        "event.784" "event.785" "event.786" "event.787" "event.788" "event.789" "event.790" "event.791"
        "event.792" "event.793" "event.794" "event.795" "event.796" "event.797" "event.798" "event.799"
    ]
}

/// A payload that no provider's list knows.
#[derive(Debug, serde::Deserialize)]
pub struct Payment {}

#[webhook(provider = Acme)]
async fn on_all(event: All) {
    println!("{}", event.name());
}

#[webhook(provider = Acme, event = "an.event.to.come", unlisted)]
async fn on_newer(_payment: Payment) {}

// Once the list has the event, nothing has to be changed.
#[webhook(provider = Acme, event = "event.007", unlisted)]
async fn on_listed_since(_payment: Payment) {}

/// Methods that take a newer event, and the rest.
#[derive(Debug)]
pub struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on("another.to.come", unlisted)]
    async fn newer(&self, _payment: Payment) {}

    #[on(other)]
    async fn other(&self, _event: RawEvent) {}
}

const _: () = check_handlers::<(Second, First)>();

fn main() {
    assert_eq!(Acme::EVENTS.len(), 800);
    let secret = || Secret::new("whsec");
    let _ = on_all::endpoint(secret());
    let _ = Methods.endpoint(secret());
    let _ = Endpoint::new((on_newer {}, on_listed_since {}, Payments), secret());
}
