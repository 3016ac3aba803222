package dev.kindred.benchmarks.peers.librec;

import dev.kindred.benchmarks.peers.child.Scorer;
import java.lang.reflect.Method;
import net.librec.math.structure.SparseVector;
import net.librec.recommender.AbstractRecommender;
import net.librec.recommender.FactorizationMachineRecommender;
import net.librec.recommender.RecommenderContext;

/**
 * A recommender's protected steps. Its public one would train and then rank everything for everyone
 * besides, which is not what is measured.
 */
record Opened(AbstractRecommender recommender) {

  Scorer train(RecommenderContext context) throws Exception {
    recommender.setContext(context);
    call("setup");
    call("trainModel");
    return recommender instanceof FactorizationMachineRecommender machine
        ? machine(machine)
        : plain();
  }

  private void call(String step) throws Exception {
    method(AbstractRecommender.class, step).invoke(recommender);
  }

  private static Method method(Class<?> owner, String name, Class<?>... types)
      throws NoSuchMethodException {
    Method method = owner.getDeclaredMethod(name, types);
    method.setAccessible(true);
    return method;
  }

  private Scorer plain() throws Exception {
    Method predict = method(AbstractRecommender.class, "predict", int.class, int.class);
    return (user, item) -> (double) predict.invoke(recommender, user, item);
  }

  private static Scorer machine(FactorizationMachineRecommender machine) throws Exception {
    Class<?> owner = FactorizationMachineRecommender.class;
    Method features = method(owner, "tenserKeysToFeatureVector", int[].class);
    Method predict = method(owner, "predict", int.class, int.class, SparseVector.class);
    return (user, item) ->
        (double)
            predict.invoke(
                machine, user, item, features.invoke(machine, (Object) new int[] {user, item, 0}));
  }
}
