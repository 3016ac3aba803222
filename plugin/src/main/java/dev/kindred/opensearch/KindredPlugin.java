package dev.kindred.opensearch;

import dev.kindred.internal.text.Analyzers;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.codec.VectorCodecs;
import dev.kindred.opensearch.index.FactsCache;
import dev.kindred.opensearch.mapper.FloatsFieldMapper;
import dev.kindred.opensearch.mapper.NumberFieldMapper;
import dev.kindred.opensearch.mapper.SparseFieldMapper;
import dev.kindred.opensearch.mapper.TieFieldMapper;
import dev.kindred.opensearch.mapper.VectorFieldMapper;
import dev.kindred.opensearch.mapper.VectorOptions;
import dev.kindred.opensearch.model.ModelAdmin;
import dev.kindred.opensearch.model.ModelCache;
import dev.kindred.opensearch.model.ModelService;
import dev.kindred.opensearch.model.ModelStore;
import dev.kindred.opensearch.query.KindredQueryBuilder;
import dev.kindred.opensearch.recommend.SignalsExt;
import dev.kindred.opensearch.recommend.SignalsPhase;
import dev.kindred.opensearch.rescore.KindredRescorerBuilder;
import dev.kindred.opensearch.rest.EventsHandler;
import dev.kindred.opensearch.rest.ExplainHandler;
import dev.kindred.opensearch.rest.ModelsHandler;
import dev.kindred.opensearch.rest.RecommendHandler;
import dev.kindred.opensearch.rest.StatsHandler;
import dev.kindred.opensearch.stats.Timers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.opensearch.action.support.IndicesOptions;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.SetOnce;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.IndexScopedSettings;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.settings.SettingsFilter;
import org.opensearch.common.unit.MemorySizeValue;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.env.Environment;
import org.opensearch.env.NodeEnvironment;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.AnalyzerScope;
import org.opensearch.index.analysis.PreBuiltAnalyzerProvider;
import org.opensearch.index.codec.CodecServiceFactory;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.MetadataFieldMapper;
import org.opensearch.indices.SystemIndexDescriptor;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.indices.breaker.BreakerSettings;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.CircuitBreakerPlugin;
import org.opensearch.plugins.EnginePlugin;
import org.opensearch.plugins.MapperPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.SearchPlugin;
import org.opensearch.plugins.SystemIndexPlugin;
import org.opensearch.repositories.RepositoriesService;
import org.opensearch.rest.RestController;
import org.opensearch.rest.RestHandler;
import org.opensearch.script.ScriptService;
import org.opensearch.search.fetch.FetchSubPhase;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.client.Client;
import org.opensearch.watcher.ResourceWatcherService;

/** Registers everything, and does nothing else. */
public final class KindredPlugin extends Plugin
    implements SearchPlugin,
        MapperPlugin,
        EnginePlugin,
        AnalysisPlugin,
        SystemIndexPlugin,
        CircuitBreakerPlugin {
  private static final String MEMORY = "20%";

  private final SetOnce<Oracle> oracle = new SetOnce<>();
  private final SetOnce<CircuitBreaker> breaker = new SetOnce<>();
  private final SetOnce<ModelAdmin> admin = new SetOnce<>();
  private final SetOnce<ThreadPool> threads = new SetOnce<>();
  private final SetOnce<ModelCache> cache = new SetOnce<>();
  private final Timers timers = new Timers();

  /** What resolves this node's requests, once it has started. */
  Oracle oracle() {
    return oracle.get();
  }

  /** What this node has loaded. */
  ModelCache models() {
    return cache.get();
  }

  /** What this node did. */
  Timers timers() {
    return timers;
  }

  @Override
  public Collection<Object> createComponents(
      Client client,
      ClusterService cluster,
      ThreadPool pools,
      ResourceWatcherService watcher,
      ScriptService scripts,
      NamedXContentRegistry xContent,
      Environment environment,
      NodeEnvironment node,
      NamedWriteableRegistry writeables,
      IndexNameExpressionResolver names,
      Supplier<RepositoriesService> repositories) {
    ModelCache models =
        ModelService.cache(
            client,
            environment.tmpDir().resolve("kindred"),
            breaker.get(),
            pools.executor(ThreadPool.Names.GENERIC));
    FactsCache facts = new FactsCache(() -> cluster.state().metadata());
    oracle.set(
        new Oracle(
            facts,
            models,
            indices ->
                names.concreteIndexNames(
                    cluster.state(), IndicesOptions.lenientExpandOpen(), indices),
            pools.executor(ThreadPool.Names.GENERIC),
            timers));
    cache.set(models);
    threads.set(pools);
    admin.set(
        new ModelAdmin(client, facts::needs, index -> cluster.state().metadata().hasIndex(index)));
    return List.of();
  }

  @Override
  public List<RestHandler> getRestHandlers(
      Settings settings,
      RestController controller,
      ClusterSettings clusterSettings,
      IndexScopedSettings indexSettings,
      SettingsFilter filter,
      IndexNameExpressionResolver names,
      Supplier<DiscoveryNodes> nodes) {
    LongSupplier clock = threads.get()::absoluteTimeInMillis;
    return List.of(
        new ModelsHandler(admin.get()),
        new EventsHandler(oracle::get, clock, timers),
        new RecommendHandler(oracle::get, clock, timers),
        new ExplainHandler(oracle::get, clock, timers),
        new StatsHandler(timers, cache::get));
  }

  @Override
  public List<SearchExtSpec<?>> getSearchExts() {
    return List.of(new SearchExtSpec<>(SignalsExt.NAME, SignalsExt::new, SignalsExt::fromXContent));
  }

  @Override
  public List<FetchSubPhase> getFetchSubPhases(FetchPhaseConstructionContext context) {
    return List.of(new SignalsPhase());
  }

  @Override
  public List<QuerySpec<?>> getQueries() {
    return List.of(
        new QuerySpec<>(
            KindredQueryBuilder.NAME,
            in -> new KindredQueryBuilder(in, oracle::get),
            parser -> KindredQueryBuilder.fromXContent(parser, oracle::get)));
  }

  @Override
  public List<RescorerSpec<?>> getRescorers() {
    return List.of(
        new RescorerSpec<>(
            KindredRescorerBuilder.NAME,
            in -> new KindredRescorerBuilder(in, oracle::get),
            parser -> KindredRescorerBuilder.fromXContent(parser, oracle::get)));
  }

  @Override
  public Map<String, Mapper.TypeParser> getMappers() {
    return Map.of(
        VectorFieldMapper.TYPE, VectorFieldMapper.PARSER,
        FloatsFieldMapper.TYPE, FloatsFieldMapper.PARSER,
        SparseFieldMapper.TYPE, SparseFieldMapper.PARSER,
        NumberFieldMapper.TYPE, NumberFieldMapper.PARSER);
  }

  @Override
  public Map<String, MetadataFieldMapper.TypeParser> getMetadataMappers() {
    return Map.of(TieFieldMapper.NAME, TieFieldMapper.PARSER);
  }

  @Override
  public List<Setting<?>> getSettings() {
    return List.of(VectorOptions.CODEC);
  }

  @Override
  public Optional<CodecServiceFactory> getCustomCodecServiceFactory(IndexSettings settings) {
    return VectorCodecs.of(settings);
  }

  /** Every analyzer a schema may name, as {@code kindred_NAME}. */
  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> analyzers = new TreeMap<>();
    for (String name : Analyzers.names()) {
      String key = "kindred_" + name;
      analyzers.put(
          key,
          (index, environment, alias, settings) ->
              new PreBuiltAnalyzerProvider(alias, AnalyzerScope.GLOBAL, Analyzers.get(name)));
    }
    return analyzers;
  }

  @Override
  public Collection<SystemIndexDescriptor> getSystemIndexDescriptors(Settings settings) {
    return List.of(new SystemIndexDescriptor(ModelStore.INDEX, "Artifacts of Kindred's models"));
  }

  @Override
  public BreakerSettings getCircuitBreaker(Settings settings) {
    long limit =
        MemorySizeValue.parseBytesSizeValueOrHeapRatio(MEMORY, ModelCache.BREAKER).getBytes();
    return BreakerSettings.updateFromSettings(
        new BreakerSettings(
            ModelCache.BREAKER,
            limit,
            1,
            CircuitBreaker.Type.MEMORY,
            CircuitBreaker.Durability.PERMANENT),
        settings);
  }

  @Override
  public void setCircuitBreaker(CircuitBreaker made) {
    breaker.set(made);
  }
}
